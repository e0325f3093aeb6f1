package shop;

import dev.escapement.Tool;
import dev.escapement.content.Content;

/** Read a scanned bill. */
@Tool
public record Scan(
    // ERROR ESC085 Declaration.COMPONENT(bill, Scan)
    Content.File bill) {}
