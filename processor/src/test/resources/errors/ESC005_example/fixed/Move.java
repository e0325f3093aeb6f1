package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Move a parcel. */
@Tool
record Move(
    @Describe("Where it is") @JsonProperty("from") String from,
    @Describe("Where it goes") String place) {}
