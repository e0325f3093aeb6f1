package wares;

public record Box(
    // ERROR ESC006 wares.Label, Declaration.PACKAGE(shop), TypeFault.NOT_PUBLIC
    Label label) {}
