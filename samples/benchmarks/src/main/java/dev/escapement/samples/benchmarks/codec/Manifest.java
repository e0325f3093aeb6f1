package dev.escapement.samples.benchmarks.codec;

import dev.escapement.Codec;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The large record of the codec benchmark, about 30 KB of JSON.
 *
 * @param depot the name of the depot
 * @param total the number of parcels
 * @param shipments the shipments
 * @param remarks texts for the driver, some of which need escaping
 */
@Codec
public record Manifest(
        @Size(min = 1) String depot,
        @Min(1) long total,
        @Size(max = 1_000) List<Shipment> shipments,
        List<String> remarks) {}
