package shop;

interface DeskLoop {}
