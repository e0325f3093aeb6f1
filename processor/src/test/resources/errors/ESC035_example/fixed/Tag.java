package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.List;

// OPTION -Aescapement.dialects=openai_strict
/** Tag an order. */
@Tool
record Tag(@Describe("Order tags") List<Pair> tags) {}

record Pair(@Describe("Tag name") String name, @Describe("Tag value") String value) {}
