package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.List;

// OPTION -Aescapement.dialects=openai_strict
/** Tag an order. */
@Tool
record Tag(@Describe("The tags") List<Pair> tags) {}

record Pair(@Describe("Name of the tag") String name, @Describe("Its value") String value) {}
