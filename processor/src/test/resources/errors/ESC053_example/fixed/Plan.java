package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.List;
import java.util.Optional;

// OPTION -Aescapement.dialects=gemini
/** Plan a tour. */
@Tool
record Plan(@Describe("All stops") List<Stop> stops) {}

record Stop(
    @Describe("ID of the stop") int id,
    @Describe("City") String city,
    @Describe("ID of the next stop") Optional<Integer> next) {}
