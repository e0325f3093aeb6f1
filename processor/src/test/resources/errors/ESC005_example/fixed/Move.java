package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Move a parcel. */
@Tool
record Move(
    @Describe("Current location") @JsonProperty("from") String from,
    @Describe("Destination") String place) {}
