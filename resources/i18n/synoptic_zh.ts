<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>The usual ones together</source>
        <translation>常用的几部一并打开</translation>
    </message>
    <message>
        <source>Open a built-in agreement</source>
        <translation>打开内置协定</translation>
    </message>
    <message>
        <source>Remove the chosen text</source>
        <translation>移除所选文本</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Only differing</source>
        <translation>只看差异</translation>
    </message>
    <message>
        <source>Leave out what all texts, or the base, say alike</source>
        <translation>略去各文本之间或与基准相同的内容</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>力度着色</translation>
    </message>
    <message>
        <source>Tint the cells by strength</source>
        <translation>按力度为单元格着色</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大正文</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小正文</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>正文原始大小</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一窗格</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Guide and keys</source>
        <translation>指南与快捷键</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>A fault in the program stopped this; the log has the details.</source>
        <translation>程序出错，操作已停止；详情见日志。</translation>
    </message>
</context>
<context>
    <name>ClausePane</name>
    <message>
        <source>Compare with</source>
        <translation>对照基准</translation>
    </message>
    <message>
        <source>Text that the others are compared with</source>
        <translation>作为对照基准的文本</translation>
    </message>
    <message>
        <source>Clauses side by side</source>
        <translation>并列条文</translation>
    </message>
    <message>
        <source>Underlined: words that the base does not have.
Struck through: words that only the base has.</source>
        <translation>下划线：基准中没有的词语。
删除线：仅基准中有的词语。</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>compare with nothing</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条文</translation>
    </message>
    <message>
        <source>None of these texts has a clause on this topic.</source>
        <translation>这些文本均无关于该议题的条款。</translation>
    </message>
    <message>
        <source>Here stand the clauses of the cell you choose, side by side.</source>
        <translation>选择一个单元格后，此处并列显示其条文。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>the base has no clause on this topic</source>
        <translation>基准文本无关于该议题的条款</translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>无差异</translation>
    </message>
</context>
<context>
    <name>Clauses</name>
    <message>
        <source>Reaching it from elsewhere in the text</source>
        <translation>文本别处及于本条的规定</translation>
    </message>
</context>
<context>
    <name>ColumnHeads</name>
    <message>
        <source>base of the comparison</source>
        <translation>对照基准</translation>
    </message>
    <message>
        <source>not compared: another language</source>
        <translation>语言不同，未作对照</translation>
    </message>
    <message>
        <source>our words, not the treaty's</source>
        <translation>本程序的表述，非条约原文</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>The matrix was written to {path}.</source>
        <translation>对照表已写入 {path}。</translation>
    </message>
    <message>
        <source>Stopped. What was there before is unchanged.</source>
        <translation>已停止，原有内容未变。</translation>
    </message>
    <message>
        <source>A fault in the program stopped this; the log has the details.</source>
        <translation>程序出错，操作已停止；详情见日志。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Texts (*.xml *.txt *.md)</source>
        <translation>文本 (*.xml *.txt *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open texts of agreements</source>
        <translation>打开协定文本</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Comma-separated values</source>
        <translation>逗号分隔值</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>JSON 数据</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown 表格</translation>
    </message>
    <message>
        <source>Export the matrix</source>
        <translation>导出对照表</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide and keys</source>
        <translation>指南与快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys and marks</source>
        <translation>快捷键与标记</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南各页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How to read a cell</source>
        <translation>如何阅读单元格</translation>
    </message>
    <message>
        <source>Outlined steps are proposed by the rules; solid ones a person has confirmed.</source>
        <translation>空心刻度由规则提出；实心刻度已经人工确认。</translation>
    </message>
    <message>
        <source>open texts</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>export the matrix</source>
        <translation>导出对照表</translation>
    </message>
    <message>
        <source>walk through the matrix</source>
        <translation>在对照表中移动</translation>
    </message>
    <message>
        <source>read the clauses</source>
        <translation>阅读条文</translation>
    </message>
    <message>
        <source>why it is coded so</source>
        <translation>查看编码依据</translation>
    </message>
    <message>
        <source>back to the matrix</source>
        <translation>返回对照表</translation>
    </message>
    <message>
        <source>next and previous difference</source>
        <translation>下一处和上一处差异</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>下一窗格</translation>
    </message>
    <message>
        <source>only what differs</source>
        <translation>只看差异</translation>
    </message>
    <message>
        <source>tint by strength</source>
        <translation>按力度着色</translation>
    </message>
    <message>
        <source>larger and smaller text</source>
        <translation>放大和缩小正文</translation>
    </message>
    <message>
        <source>remove the chosen text from the list</source>
        <translation>从列表中移除所选文本</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no matrix to export yet: open some texts first.</source>
        <translation>尚无可导出的对照表：请先打开文本。</translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message>
        <source>Matrix</source>
        <translation>对照表</translation>
    </message>
    <message>
        <source>Matrix: agreements down, topics across</source>
        <translation>对照表：行为协定，列为议题</translation>
    </message>
    <message>
        <source>Reading the agreements…</source>
        <translation>正在读取协定…</translation>
    </message>
    <message>
        <source>Here stands what each agreement says on each topic.
Drop texts on the window, or:</source>
        <translation>此处显示各协定对各议题的规定。
可将文本拖放到窗口，或：</translation>
    </message>
    <message>
        <source>Open texts…</source>
        <translation>打开文本…</translation>
    </message>
    <message>
        <source>Show the built-in agreements</source>
        <translation>显示内置协定</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>That provision stands elsewhere in the text, outside the clauses shown.</source>
        <translation>该规定位于文本别处，不在所示条文之内。</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>议题</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Texts compared</source>
        <translation>参与比较的文本</translation>
    </message>
    <message>
        <source>Topics: tick those that the matrix shows</source>
        <translation>议题：勾选对照表要显示的议题</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>every word accounted for</source>
        <translation>每个词均有着落</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n 份文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every word accounted for, %Ln left over</source>
        <translation>
            <numerusform>每个词均有着落，%Ln 个词未归入条款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln provision(s)</source>
        <translation>
            <numerusform>%Ln 项规定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to look at</source>
        <translation>
            <numerusform>%n 个单元格待查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {what}</source>
        <translation>正在读取 {what}</translation>
    </message>
    <message>
        <source>Coding {what}</source>
        <translation>正在编码 {what}</translation>
    </message>
    <message>
        <source>Writing {what}</source>
        <translation>正在写入 {what}</translation>
    </message>
</context>
<context>
    <name>TopicList</name>
    <message>
        <source>Core</source>
        <translation>核心</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Why this topic</source>
        <translation>为何归入该议题</translation>
    </message>
    <message>
        <source>Proposed by the rules; nobody has confirmed it yet.</source>
        <translation>由规则提出，尚无人确认。</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Reasons for the chosen cell</source>
        <translation>所选单元格的依据</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix to see why it is coded so.</source>
        <translation>选择对照表中的单元格，查看其编码依据。</translation>
    </message>
</context>
</TS>
