package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Move a parcel. */
@Tool
record Move(
    @Describe("Where it is") @JsonProperty("place") String from,
    // ERROR ESC005 Move, place
    @Describe("Where it goes") String place) {}
