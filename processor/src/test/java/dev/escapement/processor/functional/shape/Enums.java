package dev.escapement.processor.functional.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.escapement.Codec;
import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Enums. */
@SuppressWarnings("ESC040")
public interface Enums {

    /** An enum whose constants keep their names. */
    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    /** An enum with renamed constants. */
    enum Size {
        @JsonProperty("s")
        SMALL,
        @JsonProperty("very large: \"XL\" \\ ß 😀")
        LARGE,
        MEDIUM {
            @Override
            public String toString() {
                return "a constant with a body";
            }
        }
    }

    /** An enum with a single constant. */
    enum Only {
        ONE
    }

    /** An enum with a codec. */
    @Codec
    enum Shared {
        @JsonProperty("left")
        LEFT,
        RIGHT
    }

    /** Enums in every kind of container. */
    @Tool
    @SuppressWarnings("ESC040")
    record Everywhere(
            Colour colour,
            Size size,
            Only only,
            Shared shared,
            List<Size> sizes,
            Map<String, Colour> colours,
            Optional<Size> perhaps,
            @Nullable Colour nullable,
            @Nullable Shared nullableShared,
            List<@Nullable Size> gaps,
            Optional<List<Shared>> nested) {}

    /** An enum that converts its constants to text itself. */
    enum Level {
        @JsonProperty("1-low")
        LOW("1-low"),
        @JsonProperty("HIGH")
        HIGH("HIGH");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }

        @JsonCreator
        public static Level of(String label) {
            return label.equals("HIGH") ? HIGH : LOW;
        }
    }

    /** Such an enum in every kind of container. */
    @Tool
    @SuppressWarnings("ESC040")
    record Stated(Level level, List<Level> levels, Map<Level, Integer> byLevel, Optional<Level> perhaps) {}
}
