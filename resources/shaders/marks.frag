// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a mark's shape out of its quad by the distance to the shape's rim; the rim is one device pixel soft.
//   form.x 0  line       half length, half width, dash period (0: solid)
//          1  polygon    centre to corner, sides (0 circle, 2 page), width of the ring around it
//          2  label      place is in the atlas; inner holds the opacity
//          3  plain      all of it
#version 440

layout(location = 0) in vec2 place;
layout(location = 1) in vec4 form;
layout(location = 2) in vec4 inner;
layout(location = 3) in vec4 outer;

layout(location = 0) out vec4 colour;

layout(std140, binding = 0) uniform Frame {
    mat4 matrix;
    float opacity;
    float pixel;
} frame;
layout(binding = 1) uniform sampler2D labels;

const float pi = 3.14159265;

float toBox(vec2 p, vec2 halves)
{
    vec2 q = abs(p) - halves;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}

// Exact distance to a regular polygon with its first corner up.
float toPolygon(vec2 p, float corner, float sides)
{
    float part = pi / sides;
    // Folded onto one side, with the angle counted from its middle.
    float angle = mod(atan(p.x, -p.y), 2.0 * part) - part;
    vec2 q = length(p) * vec2(cos(angle), abs(sin(angle)));
    vec2 rim = corner * vec2(cos(part), sin(part));
    q -= rim;
    q.y += clamp(-q.y, 0.0, rim.y);
    return length(q) * sign(q.x);
}

float cover(float away)
{
    return clamp(0.5 - away / frame.pixel, 0.0, 1.0);
}

void main()
{
    if (form.x > 2.5) {
        colour = inner;
    } else if (form.x > 1.5) {
        colour = texture(labels, place) * inner.a;
    } else if (form.x > 0.5) {
        float away;
        float rounding = form.y * 0.18;
        if (form.z < 0.5)
            away = length(place) - form.y;
        else if (form.z < 2.5)
            away = toBox(place, vec2(form.y * 0.68, form.y * 0.9) - rounding) - rounding;
        else
            away = toPolygon(place, form.y - rounding / cos(pi / form.z), form.z) - rounding;
        float in_ = cover(away);
        colour = inner * in_ + outer * (cover(away - form.w) - in_) * step(0.001, form.w);
    } else {
        // Thinner than a pixel: as wide as one, and paler.
        float halfWidth = max(form.z, frame.pixel * 0.5);
        float ink = cover(abs(place.y) - halfWidth) * min(form.z / halfWidth, 1.0);
        if (form.w > 0.0) {
            float along = abs(mod(place.x + form.y, form.w) - form.w * 0.3) - form.w * 0.3;
            ink *= cover(along);
        }
        colour = inner * ink * cover(abs(place.x) - form.y - frame.pixel * 0.5);
    }
    colour *= frame.opacity;
}
