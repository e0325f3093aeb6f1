package shop;

import dev.escapement.Codec;

@Codec
sealed interface Shape permits Circle {}

// ERROR ESC024 Circle, type, Shape
record Circle(double radius, String type) implements Shape {}
