package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Optional;

// GENERATED shop.PlanSpec
// OPTION -Aescapement.dialects=gemini
/** Plan a tour. */
@Tool
record Plan(@Describe("First stop") Stop first) {}

// WARNING ESC053 $.first.next, [SchemaFinding.IN_DIALECT([SchemaFinding.SHOWN_LEVELS(3)], gemini)]
record Stop(@Describe("City") String city, @Describe("Next stop") Optional<Stop> next) {}
