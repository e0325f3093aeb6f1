package dev.escapement.samples.benchmarks.codec;

import dev.escapement.Codec;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The medium record of the codec benchmark, about 1.3 KB of JSON with nested lists.
 *
 * @param id the number of the shipment
 * @param distance the distance in kilometers
 * @param parcels the parcels
 * @param windows the delivery windows of each day, in minutes after midnight
 */
@Codec
public record Shipment(
        @Size(min = 1) String id,
        @Min(0) double distance,
        @Size(max = 100) List<Parcel> parcels,
        List<List<Integer>> windows) {}
