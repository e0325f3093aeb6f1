package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Optional;

/** Deliver an order. */
@Tool
record Deliver(@Describe("Delivery address") Optional<Place> place) {}

record Place(@Describe("City") String city) {}
