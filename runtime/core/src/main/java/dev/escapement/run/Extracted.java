package dev.escapement.run;

import dev.escapement.json.Repair;
import dev.escapement.model.Usage;
import java.util.List;
import java.util.Objects;

/**
 * The result of an {@link Extraction}.
 *
 * @param value the value
 * @param usage the tokens and cost of all requests
 * @param repairs the repairs of the accepted arguments; empty if they had no faults
 * @param rounds the number of corrections before the accepted reply, 0 or more
 * @param <T> the type of the value
 */
public record Extracted<T>(T value, Usage usage, List<Repair> repairs, int rounds) {
    public Extracted {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(usage, "usage");
        repairs = List.copyOf(repairs);
    }
}
