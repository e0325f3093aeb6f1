package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

// GENERATED shop.DrawSpec
// OPTION -Aescapement.dialects=openai_strict
/** Draw a shape. */
@Tool
// WARNING ESC052 $.shape, [SchemaFinding.SAME_BEGINNING(disc, ring, type)], [openai_strict], SchemaFinding.OTHER_PROPERTY
record Draw(@Describe("Shape to draw") Shape shape) {}

sealed interface Shape permits Ball, Disc, Ring {}

record Ball(@Describe("Size in cm") double size) implements Shape {}

record Disc(@Describe("Size in cm") double size) implements Shape {}

record Ring(@Describe("Size in cm") double size) implements Shape {}
