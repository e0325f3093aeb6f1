package dev.escapement.samples.benchmarks.codec;

import dev.escapement.Codec;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The small record of the codec benchmark, about 130 bytes of JSON.
 *
 * @param orderId the order number
 * @param customer the name of the customer
 * @param quantity the number of units
 * @param priority the priority
 * @param skus the article numbers
 * @param gift whether the parcel is wrapped
 */
@Codec
public record Parcel(
        @Size(min = 1, max = 20) String orderId,
        @Size(max = 80) String customer,
        @Min(1) @Max(99) int quantity,
        Priority priority,
        @Size(min = 1, max = 20) List<String> skus,
        boolean gift) {}
