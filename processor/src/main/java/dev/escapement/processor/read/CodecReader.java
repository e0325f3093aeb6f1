package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.Setting;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeShape;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** A reader of types annotated with {@code @Codec} or {@code @Tool}. */
public final class CodecReader {

    private final ReadContext context;

    /** Creates a reader for one compilation. */
    public CodecReader(ReadContext context) {
        this.context = context;
    }

    /** Returns the model of a type annotated with {@code @Codec}, empty if the type cannot have a codec. */
    public Optional<CodecModel> codec(TypeElement type, Problems problems) {
        return AnnotationTargets.isCodec(type, problems) ? Optional.of(read(type, problems)) : Optional.empty();
    }

    /** Returns the model of a type annotated with {@code @Tool}, empty if the type cannot be a tool. */
    public Optional<ToolModel> tool(TypeElement type, Problems problems) {
        if (!AnnotationTargets.isTool(type, problems)) {
            return Optional.empty();
        }
        SourceRef at = SourceRef.of(type);
        CodecModel arguments = read(type, problems);
        String derived = Naming.snakeCase(type.getSimpleName().toString());
        return Annotations.find(type, RuntimeNames.TOOL)
                .map(mirror -> new ToolModel(
                        Annotations.string(mirror, "name").orElse(derived),
                        at.at(mirror, Annotations.value(mirror, "name").orElse(null)),
                        arguments,
                        Annotations.constants(mirror, "lenient"),
                        formerly(mirror, at),
                        UpcastReader.upcasts(type)));
    }

    private static List<Setting<String>> formerly(AnnotationMirror mirror, SourceRef at) {
        return Annotations.strings(mirror, "formerly")
                .map(name -> Annotations.setting(at, mirror, "formerly", name))
                .toList();
    }

    private CodecModel read(TypeElement type, Problems problems) {
        TypeTraversal reading = new TypeTraversal(context, problems, type);
        TypeShape.Named root = new DefinitionReader(context, reading).root(type);
        return new CodecModel(
                root, SourceRef.of(type), JavaTypes.isPublic(type), context.ignoresUnknown(type), reading.model());
    }
}
