package dev.escapement.testing;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** A visitor that collects all references of one class file. */
final class UseCollector extends ClassVisitor {

    private final Set<Use> uses = new LinkedHashSet<>();
    private String user = "";
    private String where = "";

    UseCollector() {
        super(Opcodes.ASM9);
    }

    Set<Use> uses() {
        return uses;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        user = name.replace('/', '.');
        type(parent);
        types(interfaces);
        signature(signature);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        where = name;
        descriptor(descriptor);
        signature(signature);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return annotation(annotation);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        where = name;
        descriptor(descriptor);
        signature(signature);
        types(exceptions);
        return new Code();
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        where = "";
        return annotation(descriptor);
    }

    private AnnotationVisitor annotation(String descriptor) {
        descriptor(descriptor);
        return null;
    }

    private void types(String[] internalNames) {
        if (internalNames != null) {
            for (String name : internalNames) {
                type(name);
            }
        }
    }

    private void type(String internalName) {
        if (internalName != null) {
            type(Type.getObjectType(internalName), "");
        }
    }

    private void descriptor(String descriptor) {
        type(Type.getType(descriptor), "");
    }

    private void type(Type type, String member) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType(), member);
            case Type.METHOD -> {
                type(type.getReturnType(), "");
                for (Type argument : type.getArgumentTypes()) {
                    type(argument, "");
                }
            }
            case Type.OBJECT -> uses.add(new Use(user, where, type.getClassName(), member, false));
            default -> {
                // a primitive type
            }
        }
    }

    private void signature(String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
                @Override
                public void visitClassType(String name) {
                    type(name);
                }
            });
        }
    }

    private void member(String owner, String name, String descriptor) {
        type(Type.getObjectType(owner), name);
        descriptor(descriptor);
    }

    private void bootstrap(Handle method, Object... arguments) {
        uses.add(new Use(user, where, method.getOwner().replace('/', '.'), method.getName(), true));
        for (Object argument : arguments) {
            constant(argument);
        }
    }

    private void constant(Object constant) {
        if (constant instanceof Type named) {
            type(named, "");
        } else if (constant instanceof Handle handle) {
            member(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (constant instanceof ConstantDynamic dynamic) {
            bootstrap(dynamic.getBootstrapMethod());
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private final class Code extends MethodVisitor {

        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            type(type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            member(owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            member(owner, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            descriptor(descriptor);
            bootstrap(bootstrap, arguments);
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            descriptor(descriptor);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            type(type);
        }
    }
}
