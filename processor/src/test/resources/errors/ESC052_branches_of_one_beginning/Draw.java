package shop;

import dev.escapement.Tool;

// OPTION -Aescapement.dialects=openai_strict
// GENERATED shop.DrawSpec shop.QuietSpec

@SuppressWarnings("ESC040")
@Tool
record Draw(
        // WARNING ESC052 $.shape, [SchemaFinding.SAME_BEGINNING(circle, disc, type), SchemaFinding.SAME_BEGINNING(circle, ring, type)], [openai_strict], SchemaFinding.OTHER_PROPERTY
        Shape shape,
        Fine fine) {}

sealed interface Shape permits Circle, Ball, Disc, Ring {}

record Circle(double r) implements Shape {}

record Ball(double r) implements Shape {}

record Disc(double r) implements Shape {}

record Ring(double r) implements Shape {}

sealed interface Fine permits Square, Cube {}

record Square(double a) implements Fine {}

record Cube(double a) implements Fine {}

@SuppressWarnings({"ESC040", "ESC052"})
@Tool
record Quiet(Shape shape) {}
