package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Move a parcel. */
@Tool
record Move(
    @Describe("Current location") @JsonProperty("place") String from,
    // ERROR ESC005 Move, place
    @Describe("Destination") String place) {}
