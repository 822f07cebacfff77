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
    <name>FindPage</name>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n agreement</numerusform>
            <numerusform>%n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n clause</numerusform>
            <numerusform>%n clauses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looks through the library: %n text(s).</source>
        <translation>
            <numerusform>Looks through the library: %n text.</numerusform>
            <numerusform>Looks through the library: %n texts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looks through the texts on the table and the built-in ones, %n in all: there is no library yet.</source>
        <translation>
            <numerusform>Looks through the texts on the table and the built-in ones, %n in all: there is no library yet.</numerusform>
            <numerusform>Looks through the texts on the table and the built-in ones, %n in all: there is no library yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GetPage</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <comment>to download</comment>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n file(s) skipped</source>
        <translation>
            <numerusform>%n file skipped</numerusform>
            <numerusform>%n files skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) added</source>
        <translation>
            <numerusform>%n text added</numerusform>
            <numerusform>%n texts added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) in the library</source>
        <translation>
            <numerusform>%n text in the library</numerusform>
            <numerusform>%n texts in the library</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n text(s) from the library? The files they came from stay.</source>
        <translation>
            <numerusform>Remove %n text from the library? The files they came from stay.</numerusform>
            <numerusform>Remove %n texts from the library? The files they came from stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message numerus="yes">
        <source> (%n whose mark was not found)</source>
        <translation>
            <numerusform> (%n whose mark was not found)</numerusform>
            <numerusform> (%n whose mark was not found)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) left over</source>
        <translation>
            <numerusform>%Ln word left over</numerusform>
            <numerusform>%Ln words left over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s), every one accounted for</source>
        <translation>
            <numerusform>%Ln word, every one accounted for</numerusform>
            <numerusform>%Ln words, every one accounted for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n definition(s)</source>
        <translation>
            <numerusform>%n definition</numerusform>
            <numerusform>%n definitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n footnote(s)</source>
        <translation>
            <numerusform>%n footnote</numerusform>
            <numerusform>%n footnotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left over</source>
        <comment>places</comment>
        <translation>
            <numerusform>%n left over</numerusform>
            <numerusform>%n left over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) and points</source>
        <translation>
            <numerusform>%n paragraph or point</numerusform>
            <numerusform>%n paragraphs and points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repaired</source>
        <translation>
            <numerusform>%n repaired</numerusform>
            <numerusform>%n repaired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>every word accounted for: %Ln outside provisions</source>
        <translation>
            <numerusform>every word accounted for: %Ln outside provisions</numerusform>
            <numerusform>every word accounted for: %Ln outside provisions</numerusform>
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
<context>
    <name>Visits</name>
    <message numerus="yes">
        <source>%n text(s) read; every word stands in a provision.</source>
        <translation>
            <numerusform>%n text read; every word stands in a provision.</numerusform>
            <numerusform>%n texts read; every word stands in a provision.</numerusform>
        </translation>
    </message>
</context>
</TS>
