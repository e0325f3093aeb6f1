package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

// OPTION -Aescapement.dialects=openai_strict
/** Draw a shape. */
@Tool
record Draw(@Describe("Shape to draw") Shape shape) {}

sealed interface Shape permits Ball, Disc, Ring {}

record Ball(@Describe("Size in cm") double ball) implements Shape {}

record Disc(@Describe("Size in cm") double disc) implements Shape {}

record Ring(@Describe("Size in cm") double ring) implements Shape {}
