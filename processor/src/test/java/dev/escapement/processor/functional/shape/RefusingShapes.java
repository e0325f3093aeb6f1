package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Records whose constructors reject some values that their schemas allow. */
@SuppressWarnings("ESC040")
public interface RefusingShapes {

    /** A span of time. */
    record Span(int from, int to) {
        public Span {
            if (from > to) {
                throw new IllegalArgumentException("from must not be after to");
            }
        }
    }

    /** A record with such records, whose constructor also rejects values. */
    @Tool
    @SuppressWarnings("ESC040")
    record Calendar(Span first, List<Span> spans, Optional<Span> last, String name) {
        public Calendar {
            Objects.requireNonNull(first);
            Objects.requireNonNull(name);
            spans = List.copyOf(spans);
            if (name.isBlank()) {
                throw new IllegalStateException("a secret of the house");
            }
        }
    }

    /** A record whose constructor changes its values idempotently. */
    @Tool
    @SuppressWarnings("ESC040")
    record Trimmed(String text, List<String> words) {
        public Trimmed {
            text = text.strip();
            words = words.stream().sorted().toList();
        }
    }
}
