package dev.escapement.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of generateContent for the tools of a request. */
final class GenerateContentTools {

    static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.:-]{0,63}");

    private static final ToolRules RULES = new ToolRules(NAME);
    private static final Set<String> KEYWORDS = Set.of(
            "$id",
            "$defs",
            "$ref",
            "$anchor",
            "type",
            "format",
            "title",
            "description",
            "enum",
            "items",
            "prefixItems",
            "minItems",
            "maxItems",
            "minimum",
            "maximum",
            "anyOf",
            "oneOf",
            "properties",
            "additionalProperties",
            "required",
            "propertyOrdering");

    private GenerateContentTools() {}

    static void check(RequestNode body) {
        List<RequestNode> names = new ArrayList<>();
        for (RequestNode tool : body.get("tools").someItems()) {
            RequestNode declarations = tool.only("functionDeclarations").get("functionDeclarations");
            for (RequestNode declaration : ToolRules.of(declarations)) {
                declaration.only("name", "description", "parametersJsonSchema");
                declaration.get("description").text();
                RequestNode schema = declaration.get("parametersJsonSchema");
                SchemaNodes.objectAtRoot(schema);
                SchemaNodes.each(schema, 1, (inner, level) -> inner.only(KEYWORDS));
                names.add(declaration.get("name"));
            }
        }
        Set<String> offered = RULES.names(names);
        body.find("toolConfig")
                .ifPresent(
                        config -> choice(config.only("functionCallingConfig").get("functionCallingConfig"), offered));
    }

    private static void choice(RequestNode choice, Set<String> offered) {
        choice.only("mode", "allowedFunctionNames");
        String mode = choice.get("mode").oneOf("AUTO", "ANY", "NONE", "VALIDATED");
        choice.find("allowedFunctionNames").ifPresent(names -> {
            if (mode.equals("AUTO") || mode.equals("NONE")) {
                throw names.wrong("Function calling mode must be ANY or VALIDATED if allowed_function_names is set");
            }
            for (RequestNode name : names.someItems()) {
                if (!offered.contains(name.text())) {
                    throw name.wrong("allowed_function_names contains an undeclared function: " + name.text());
                }
            }
        });
    }
}
