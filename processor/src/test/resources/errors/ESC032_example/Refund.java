package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Optional;

/** Refund an order. */
@Tool
// ERROR ESC032 Declaration.COMPONENT(reason, Refund), Optional
record Refund(@Describe("Reason for the refund") @JsonProperty(defaultValue = "late") Optional<String> reason) {}
