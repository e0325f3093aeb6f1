package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.List;

// OPTION -Aescapement.dialects=gemini
/** Tag an order. */
@Tool
record Tag(@Describe("Order tags") List<String> tags) {}
