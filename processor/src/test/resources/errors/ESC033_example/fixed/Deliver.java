package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Optional;

/** Deliver an order. */
@Tool
record Deliver(@Describe("Where to deliver") Optional<Place> place) {}

record Place(@Describe("City") String city) {}
