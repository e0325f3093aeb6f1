package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A generator of the code that reads sealed interfaces. */
final class UnionDecoderCode {

    private final GeneratedMethods methods;
    private final RecordDecoderCode records;

    UnionDecoderCode(GeneratedMethods methods, RecordDecoderCode records) {
        this.methods = methods;
        this.records = records;
    }

    /** Returns the body of the method that reads a sealed interface. */
    CodeBlock body(TypeShape.Named named, Definition.UnionShape union) {
        List<String> types =
                union.branches().stream().map(Definition.Branch::value).toList();
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement(
                        "$T type = in.readDiscriminator($L, $N)",
                        String.class,
                        StringLiteral.of(union.discriminator()),
                        methods.constants().unionTypes(methods.names().of(named), types))
                .beginControlFlow("if (type == null)")
                .addStatement("return null")
                .endControlFlow();
        if (union.branches().isEmpty()) { // javac reports the interface
            return code.addStatement("throw new $T(type)", IllegalStateException.class)
                    .build();
        }
        return code.add(choice(named, union)).build();
    }

    /** Returns the switch that calls the method of the selected branch. */
    private CodeBlock choice(TypeShape.Named named, Definition.UnionShape union) {
        MethodSpec signature = MethodSpec.methodBuilder("read" + methods.names().of(named))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(JavaTypeNames.of(named))
                .addParameter(RuntimeClasses.JSON_READER, "in")
                .addParameter(String.class, "type")
                .build();
        List<StringSwitch.Case> cases = new ArrayList<>();
        for (Definition.Branch branch : union.branches()) {
            cases.add(new StringSwitch.Case(branch.value(), branch(union, branch)));
        }
        CodeBlock otherwise = CodeBlock.of("throw new $T(type)", AssertionError.class);
        return new StringSwitch(methods, signature, "type", otherwise).body(cases);
    }

    /** Requests the method that reads a branch, and returns a call of the method. */
    private CodeBlock branch(Definition.UnionShape union, Definition.Branch branch) {
        String suffix = methods.names().of(union, branch);
        Definition.RecordShape record = branch.record();
        TypeName type = JavaTypeNames.of(record);
        String name = methods.need(
                "read" + suffix,
                () -> DecoderMethods.method(
                        "read" + suffix,
                        methods.hidden().declared(type),
                        records.body(record, suffix, union.discriminator(), branch.constant(), branch.unknown())));
        return methods.hidden().returned(type, CodeBlock.of("$L(in)", name));
    }
}
