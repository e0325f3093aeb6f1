package shop;

import dev.escapement.Codec;

@Codec
// ERROR ESC080 Stop, [Declaration.SHORT_COMPONENT(next, Stop)]
record Stop(String city, Stop next) {}
