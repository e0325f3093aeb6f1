package shop;

import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// OPTION -Aescapement.dialects=openai_strict,anthropic_strict
// GENERATED shop.FineSpec

@SuppressWarnings("ESC040")
@Tool
record Fine(List<String> texts) {}

@SuppressWarnings("ESC040")
@Tool
record Tag(
        // ERROR ESC035 tag, [SchemaFinding.LIMITATION([openai_strict, anthropic_strict], $.tags, DialectLimitation.MAP)]
        Map<String, String> tags) {}

@SuppressWarnings("ESC040")
@Tool
record Move(Node node) {}

record Node(
        // ERROR ESC035 move, [SchemaFinding.LIMITATION([anthropic_strict], $.node.next, DialectLimitation.RECURSION)]
        Optional<Node> next) {}
