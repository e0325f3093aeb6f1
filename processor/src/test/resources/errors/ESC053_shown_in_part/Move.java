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
        // WARNING [ESC053] $.node.next leads back … : it is shown 3 levels deep in gemini. Deeper values are accepted … flat list … silence
        Optional<Node> next,
        // WARNING [ESC050] $.node.tags obeys … Lost: uniqueItems in gemini
        Set<String> tags) {}

@SuppressWarnings({"ESC040", "ESC053"})
@Tool
record Quiet(Optional<Quiet> next) {}
