<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ClausePane</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>every word accounted for, %Ln left over</source>
        <translation>
            <numerusform>every word accounted for, %Ln left over</numerusform>
            <numerusform>every word accounted for, %Ln left over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln provision(s)</source>
        <translation>
            <numerusform>%Ln provision</numerusform>
            <numerusform>%Ln provisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to look at</source>
        <translation>
            <numerusform>%n cell to look at</numerusform>
            <numerusform>%n cells to look at</numerusform>
        </translation>
    </message>
</context>
</TS>
