package dev.escapement.processor;

import java.util.List;

/** A position at which a source can have an annotation: {@code @A} in a template, {@code R0} is the type's name. */
record AnnotationPosition(String name, String template) {

    private static final String AGENT = """
            @Agent static class R0 {
              @Prompt String prompt() { return ""; }
              @Step Finish<String> end(End call) { return Finish.with(""); }
              %s
            }
            """;

    /** The positions in a record, an enum or a sealed interface, and in the types to which these refer. */
    static final List<AnnotationPosition> OF_VALUES = List.of(
            of("component", "@Tool record R0(@A String value) {}"),
            of("component of a codec", "@Tool record R0(B value) {\n  @Codec record B(@A String v) {}\n}"),
            of(
                    "component of a permitted record",
                    "@Tool record R0(S value) {\n  sealed interface S {}\n  record B(@A String v) implements S {}\n}"),
            of("element of a list", "@Tool record R0(List<@A String> value) {}"),
            of("element of a nested list", "@Tool record R0(List<List<@A String>> value) {}"),
            of("key of a map", "@Tool record R0(Map<@A String, String> value) {}"),
            of("value of a map", "@Tool record R0(Map<String, @A String> value) {}"),
            of("value of an Optional", "@Tool record R0(Optional<@A String> value) {}"),
            of("array", "@Tool record R0(String @A [] value) {}"),
            of("element of an array", "@Tool record R0(@A String[] value) {}"),
            of("argument of a record", "@Tool record R0(Box<@A String> value) { record Box<T>(T content) {} }"),
            of("type parameter", "@Tool record R0(Box<String> value) {\n  record Box<@A T>(T content) {}\n}"),
            of(
                    "bound of a type parameter",
                    "@Tool record R0(B<String> value) {\n record B<T extends @A String>(T t) {}\n}"),
            of("explicit accessor", "@Tool record R0(String value) {\n  @A public String value() { return value; }\n}"),
            of(
                    "result of an explicit accessor",
                    "@Tool record R0(List<String> v) {\n  public List<@A String> v() { return v; }\n}"),
            of("compact constructor", "@Tool record R0(String value) {\n  @A R0 {}\n}"),
            of(
                    "parameter of the canonical constructor",
                    "@Tool record R0(String v) {\n R0(@A String v) { this.v = v; }\n}"),
            of("parameter of another constructor", "@Tool record R0(String v) {\n R0(@A int n) { this(\"\" + n); }\n}"),
            of("other method", "@Tool record R0(String value) {\n  @A String other() { return value; }\n}"),
            of("parameter of a method", "@Tool record R0(String value) {\n  void other(@A String other) {}\n}"),
            of("static field", "@Tool record R0(String value) {\n  @A static final String OTHER = \"\";\n}"),
            of("tool", "@A @Tool record R0(String value) {}"),
            of("nested record", "@Tool record R0(B value) {\n  @A record B(String value) {}\n}"),
            of(
                    "method of an interface",
                    "interface R0F { @A String v(); }\n@Tool record R0(String v) implements R0F {}"),
            of(
                    "method of an inherited interface",
                    "interface R0G { @A String v(); }\ninterface R0F extends R0G {}\n@Tool record R0(String v) implements R0F {}"),
            of("interface", "@A interface R0F {}\n@Tool record R0(String v) implements R0F {}"),
            of("enum", "@Tool record R0(E value) {\n  @A enum E { X, Y }\n}"),
            of("constant", "@Tool record R0(E value) {\n  enum E { @A X, Y }\n}"),
            of(
                    "method of an enum",
                    "@Tool record R0(E value) {\n  enum E { X, Y; @A String text() { return \"\"; } }\n}"),
            of("field of an enum", "@Tool record R0(E value) {\n  enum E { X, Y; @A final String text = \"\"; }\n}"),
            of("constructor of an enum", "@Tool record R0(E value) {\n  enum E { X(1); E(@A int n) {} }\n}"),
            of(
                    "interface of an enum",
                    "@Tool record R0(E value) {\n @A interface F {}\n enum E implements F { X, Y }\n}"),
            of(
                    "sealed interface",
                    "@Tool record R0(S value) {\n  @A sealed interface S {}\n  record B(String v) implements S {}\n}"),
            of(
                    "method of a sealed interface",
                    "@Tool record R0(S value) {\n  sealed interface S { @A String v(); }\n  record B(String v) implements S {}\n}"),
            of(
                    "permitted record",
                    "@Tool record R0(S value) {\n  sealed interface S {}\n  @A record B(String v) implements S {}\n}"),
            of(
                    "permitted sealed interface",
                    "@Tool record R0(S value) {\n  sealed interface S {}\n  @A sealed interface F extends S {}\n  record B(String v) implements F {}\n}"));

    /** The positions in an agent. */
    static final List<AnnotationPosition> OF_AGENTS = List.of(
            of("agent", "@A " + AGENT.formatted("").strip()),
            of("step", AGENT.formatted("@Step @A String one(One call) { return \"\"; }")),
            of("step that returns nothing", AGENT.formatted("@Step @A void one(One call) {}")),
            of(
                    "step that finishes",
                    AGENT.formatted("@Step @A Finish<String> one(One call) { return Finish.with(\"\"); }")),
            of(
                    "step that pauses",
                    AGENT.formatted("@Step @A Pause<String> one(One call) { return Pause.asking(\"\"); }")),
            of("step that selects", AGENT.formatted("@Step @A End one(One call) { return new End(\"\"); }")),
            of(
                    "result of a step that finishes",
                    AGENT.formatted("@Step Finish<@A String> one(One call) { return null; }")),
            of("tool parameter", AGENT.formatted("@Step String one(@A One call) { return \"\"; }")),
            of("gate", AGENT.formatted("@Gate @A Verdict check(End call) { return Verdict.proceed(); }")),
            of(
                    "parameter of a gate",
                    AGENT.formatted("@Gate Verdict check(@A End call) { return Verdict.proceed(); }")),
            of("trigger", AGENT.formatted("@Trigger @A String mail(String text) { return text; }")),
            of("payload of a trigger", AGENT.formatted("@Trigger String mail(@A String text) { return text; }")),
            of("prefetch method", AGENT.formatted("@Prefetch @A String facts() { return \"\"; }")),
            of("context method", AGENT.formatted("@A @Context String shown(AgentThread thread) { return \"\"; }")));

    private static AnnotationPosition of(String name, String template) {
        return new AnnotationPosition(name, template);
    }

    /** Returns the source of a type with an annotation at this position. */
    String source(String typeName, String annotation) {
        return template.replace("R0", typeName).replace("@A ", annotation.isEmpty() ? "" : annotation + " ");
    }

    @Override
    public String toString() {
        return name;
    }
}
