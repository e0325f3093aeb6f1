package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Deliver an order. */
@Tool
// ERROR ESC033 Declaration.COMPONENT(place, Deliver), DefaultFault.TYPE(Place)
record Deliver(@Describe("Delivery address") @JsonProperty(defaultValue = "{}") Place place) {}

record Place(@Describe("City") String city) {}
