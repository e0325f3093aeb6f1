package shop;

import dev.escapement.Codec;

@Codec
sealed interface Shape permits Circle {}

record Circle(double radius, String label) implements Shape {}
