package shop;

import dev.escapement.Codec;
import java.util.Optional;

@Codec
record Stop(String city, Optional<Stop> next) {}
