# Everything that is Qt finds it through this file: the app module, the QML module, and their tests.
find_package(Qt6 6.8 REQUIRED COMPONENTS Core Gui Concurrent Qml Quick Svg)
find_package(KF6SyntaxHighlighting REQUIRED)
qt_standard_project_setup(REQUIRES 6.8)
set(QT_QML_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/modules)
set(QT_QML_GENERATE_QMLLS_INI OFF)
