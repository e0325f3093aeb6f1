package dev.escapement.samples.benchmarks.schema;

import dev.escapement.Tool;
import dev.escapement.samples.benchmarks.codec.Shipment;

/**
 * Dispatch a shipment.
 *
 * @param carrier the name of the carrier
 * @param shipment the shipment, with its parcels
 */
@Tool
public record DispatchShipment(String carrier, Shipment shipment) {}
