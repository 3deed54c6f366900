# The canvas's shaders, compiled into the module as :/shaders/….qsb. Included after skein-app is made.
find_package(Qt6 6.8 REQUIRED COMPONENTS ShaderTools)
qt_add_shaders(skein-app shaders PREFIX / BASE ${PROJECT_SOURCE_DIR}/resources
  FILES ${PROJECT_SOURCE_DIR}/resources/shaders/marks.vert ${PROJECT_SOURCE_DIR}/resources/shaders/marks.frag)
