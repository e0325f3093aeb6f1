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
        // ERROR [ESC035] The tool tag must … in openai_strict and anthropic_strict, $.tags is a map … use a list of records
        Map<String, String> tags) {}

@SuppressWarnings("ESC040")
@Tool
record Move(Node node) {}

record Node(
        // ERROR [ESC035] The tool move … in anthropic_strict, Node.next is of a type that contains itself … use a type
        Optional<Node> next) {}
