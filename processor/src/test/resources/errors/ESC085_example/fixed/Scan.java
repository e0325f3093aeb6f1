package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

// GENERATED shop.ScanSpec
/** Read a scanned bill. */
@Tool
public record Scan(@Describe("Number of the bill, like B-7") String bill) {}
