package dev.escapement.langchain4j;

import dev.escapement.Describe;
import dev.escapement.Tool;
import dev.escapement.json.JsonText;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A tool with all features of schemas. */
@Tool
@SuppressWarnings("ESC040")
record AllFeatures(
        @Describe("Quotes \" and\nlines") String text,

        @Pattern(regexp = "[A-Z]\\d+") @Size(min = 2, max = 9)
        String pattern,

        @Min(1) @Max(9) int number,
        @Positive @DecimalMax("0.1") BigDecimal decimal,
        boolean flag,
        Size2 choice,
        @Size(min = 1, max = 3) List<@Pattern(regexp = "a+") String> list,
        Set<Size2> set,
        Map<String, Integer> map,
        Optional<String> optional,
        LocalDate date,
        Duration duration,
        UUID id,
        URI uri,
        JsonText any,
        Shape shape,
        Tree tree) {

    enum Size2 {
        SMALL,
        LARGE
    }

    /** A type with a discriminator. */
    sealed interface Shape {}

    record Circle(@Positive double radius) implements Shape {}

    record Square(double side, Optional<Shape> within) implements Shape {}

    record Tree(String name, List<Tree> children) {}
}
