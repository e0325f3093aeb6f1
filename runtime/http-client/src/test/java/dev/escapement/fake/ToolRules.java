package dev.escapement.fake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of all providers for the tools of a request. */
final class ToolRules {

    private static final int MOST = 128;

    private final Pattern name;

    ToolRules(Pattern name) {
        this.name = name;
    }

    /** Checks the number of tools and returns them. */
    static List<RequestNode> of(RequestNode tools) {
        List<RequestNode> items = tools.someItems();
        if (items.size() > MOST) {
            throw tools.wrong("array too long. Expected an array with maximum length " + MOST
                    + ", but got an array with length " + items.size() + " instead.");
        }
        return items;
    }

    /** Checks the names of tools and returns them. */
    Set<String> names(List<RequestNode> names) {
        Set<String> distinct = new HashSet<>();
        for (RequestNode tool : names) {
            if (!distinct.add(tool.matching(name))) {
                throw tool.wrong("tool names must be unique: " + tool.text());
            }
        }
        return distinct;
    }

    /** Checks the name of a tool in an earlier call, which may be unknown. */
    void called(RequestNode tool) {
        tool.matching(name);
    }

    /** Checks arguments in text form. */
    static void arguments(RequestNode arguments) {
        RequestNode object = RequestNode.parse(arguments.path(), arguments.text());
        if (!object.isObject()) {
            throw arguments.wrong("the arguments of a call are a JSON object");
        }
    }
}
