// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

layout(location = 0) in vec2 position;
layout(location = 1) in vec2 local;
layout(location = 2) in vec4 shape;
layout(location = 3) in vec4 fill;
layout(location = 4) in vec4 ring;

layout(location = 0) out vec2 place;
layout(location = 1) out vec4 form;
layout(location = 2) out vec4 inner;
layout(location = 3) out vec4 outer;

layout(std140, binding = 0) uniform Frame {
    mat4 matrix;
    float opacity;
    float pixel; // side of a device pixel, in the units of local
} frame;

void main()
{
    place = local;
    form = shape;
    inner = fill;
    outer = ring;
    gl_Position = frame.matrix * vec4(position, 0.0, 1.0);
}
