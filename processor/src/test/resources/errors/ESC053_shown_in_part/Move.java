package shop;

import dev.escapement.Tool;
import java.util.List;
import java.util.Optional;
import java.util.Set;

// OPTION -Aescapement.dialects=gemini
// GENERATED shop.MoveSpec shop.QuietSpec

@SuppressWarnings("ESC040")
@Tool
record Move(Node node) {}

record Node(
        // WARNING ESC053 $.node.next, [SchemaFinding.IN_DIALECT([SchemaFinding.SHOWN_LEVELS(3)], gemini)]
        Optional<Node> next,
        // WARNING ESC050 $.node.tags, [SchemaFinding.IN_DIALECT([uniqueItems], gemini)]
        Set<String> tags) {}

@SuppressWarnings({"ESC040", "ESC053"})
@Tool
record Quiet(Optional<Quiet> next) {}
