<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Compare with…</source>
        <translation>选择对照基准…</translation>
    </message>
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
    <message>
        <source>Clauses like this one</source>
        <translation>类似的条款</translation>
    </message>
    <message>
        <source>Find clauses</source>
        <translation>查找条款</translation>
    </message>
    <message>
        <source>Find clauses by their words (Ctrl+F)</source>
        <translation>按词语查找条款（Ctrl+F）</translation>
    </message>
    <message>
        <source>Get official texts…</source>
        <translation>获取官方文本…</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>读取情况</translation>
    </message>
    <message>
        <source>How the texts were read</source>
        <translation>各文本的读取情况</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>⌕ Find clauses</source>
        <translation>⌕ 查找条款</translation>
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
    <message>
        <source>Stopped. What had come by then is kept.</source>
        <translation>已停止。此前完成的部分已保留。</translation>
    </message>
    <message>
        <source>{reason}</source>
        <comment>work that failed, and why in English</comment>
        <translation>未能完成。原因（英文）：{reason}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
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
    <message>
        <source>Add a folder of texts</source>
        <translation>添加文本文件夹</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Texts of agreements</source>
        <translation>协定文本</translation>
    </message>
    <message>
        <source>Use another library</source>
        <translation>使用其他文库</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n 项协定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clause(s)</source>
        <translation>
            <numerusform>%n 个条款</numerusform>
        </translation>
    </message>
    <message>
        <source>Any agreement</source>
        <translation>所有协定</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>Any party</source>
        <translation>所有缔约方</translation>
    </message>
    <message>
        <source>Any topic</source>
        <translation>所有议题</translation>
    </message>
    <message>
        <source>Clauses found</source>
        <translation>找到的条款</translation>
    </message>
    <message>
        <source>Clauses like this one</source>
        <translation>类似的条款</translation>
    </message>
    <message>
        <source>Find clauses</source>
        <translation>查找条款</translation>
    </message>
    <message>
        <source>Look for words again</source>
        <translation>重新按词语查找</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message numerus="yes">
        <source>Looks through the library: %n text(s).</source>
        <translation>
            <numerusform>查找范围：文库中的 %n 份文本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looks through the texts on the table and the built-in ones, %n in all: there is no library yet.</source>
        <translation>
            <numerusform>尚无文库，查找范围为对照中的文本和内置文本，共 %n 份。</numerusform>
        </translation>
    </message>
    <message>
        <source>No clause was found: try fewer words, a part of a word with *, or fewer filters.</source>
        <translation>未找到条款：请减少词语、用 * 代替词尾，或减少筛选条件。</translation>
    </message>
    <message>
        <source>Open the clause</source>
        <translation>打开该条款</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>要查找的词语</translation>
    </message>
    <message>
        <source>Words, "a phrase", transfer*, tax OR duty, data NEAR/5 location</source>
        <translation>词语、"短语"、transfer*、tax OR duty、data NEAR/5 location</translation>
    </message>
    <message>
        <source>Year, or 2015–2020</source>
        <translation>年份，或 2015–2020</translation>
    </message>
    <message>
        <source>Years of signature</source>
        <translation>签署年份</translation>
    </message>
    <message>
        <source>like {citation}  ×</source>
        <translation>类似 {citation}  ×</translation>
    </message>
    <message>
        <source>{reason}</source>
        <comment>words that cannot be searched for, and why in English</comment>
        <translation>无法按此查找。原因（英文）：{reason}</translation>
    </message>
</context>
<context>
    <name>GetPage</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <comment>to download</comment>
        <translation>
            <numerusform>%n 份文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>协定</translation>
    </message>
    <message>
        <source>Agreements whose official texts are listed</source>
        <translation>已列出官方文本的协定</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Nothing is contacted: only a page to open by hand is listed.</source>
        <translation>不会连接网络：只列有需自行打开的网页。</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>尚未勾选。</translation>
    </message>
    <message>
        <source>Official texts</source>
        <translation>官方文本</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>公布网站</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The button contacts {hosts}, and where they redirect to; nothing else.</source>
        <translation>按下按钮后将连接 {hosts}（及其转向的网站），不连接其他网站。</translation>
    </message>
    <message>
        <source>Tick agreements; the button downloads their texts from where depositaries and parties publish them, checks that each is the right one, and adds it to the library. Nothing is contacted before.</source>
        <translation>勾选协定后按下按钮，即从保存方或缔约方公布文本之处下载，核对无误后加入文库。在此之前不连接网络。</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>下载结果</translation>
    </message>
    <message>
        <source>a page to open in a browser</source>
        <translation>需用浏览器打开的网页</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>需自行下载</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>every language</source>
        <comment>of official texts</comment>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation>未下载</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
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
    <message>
        <source>clauses like the chosen one</source>
        <translation>查找与所选条款类似的条款</translation>
    </message>
    <message>
        <source>find clauses</source>
        <translation>查找条款</translation>
    </message>
    <message>
        <source>how the texts were read</source>
        <translation>各文本的读取情况</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>文库</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n file(s) skipped</source>
        <translation>
            <numerusform>跳过 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) added</source>
        <translation>
            <numerusform>已添加 %n 份文本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) in the library</source>
        <translation>
            <numerusform>文库中有 %n 份文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>读取情况</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Official texts…</source>
        <translation>官方文本…</translation>
    </message>
    <message>
        <source>Provisions</source>
        <translation>规定数</translation>
    </message>
    <message>
        <source>Put on the table</source>
        <translation>加入对照</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n text(s) from the library? The files they came from stay.</source>
        <translation>
            <numerusform>从文库中移除 %n 份文本？原文件不受影响。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {name} from the library? The file it came from stays.</source>
        <translation>从文库中移除 {name}？原文件不受影响。</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Show what was skipped</source>
        <translation>查看跳过的文件</translation>
    </message>
    <message>
        <source>Texts in the library</source>
        <translation>文库中的文本</translation>
    </message>
    <message>
        <source>The library is empty: add files or a folder, or drop them here.</source>
        <translation>文库为空：请添加文件或文件夹，或拖放到此处。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Use another library…</source>
        <translation>使用其他文库…</translation>
    </message>
    <message>
        <source>Use the usual library</source>
        <translation>使用默认文库</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>文库位置</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>To step through differences, choose the text that the others are compared with (Ctrl+B).</source>
        <translation>要逐处查看差异，请先选择作为对照基准的文本（Ctrl+B）。</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>选择对照基准…</translation>
    </message>
    <message>
        <source>There is no matrix to export yet: open some texts first.</source>
        <translation>尚无可导出的对照表：请先打开文本。</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Signed · in force</source>
        <translation>签署 · 生效</translation>
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
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to where you were (Esc)</source>
        <translation>返回上一处（Esc）</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message numerus="yes">
        <source> (%n whose mark was not found)</source>
        <translation>
            <numerusform>（其中 %n 个未找到注码）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) left over</source>
        <translation>
            <numerusform>剩余 %Ln 词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s), every one accounted for</source>
        <translation>
            <numerusform>共 %Ln 词，每个词均有着落</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n definition(s)</source>
        <translation>
            <numerusform>%n 项定义</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n footnote(s)</source>
        <translation>
            <numerusform>%n 个脚注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left over</source>
        <comment>places</comment>
        <translation>
            <numerusform>%n 处剩余</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) and points</source>
        <translation>
            <numerusform>%n 款、项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repaired</source>
        <translation>
            <numerusform>%n 处修补</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>读取情况</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Nothing had to be repaired.</source>
        <translation>无需修补。</translation>
    </message>
    <message>
        <source>Nothing was left over.</source>
        <translation>没有剩余。</translation>
    </message>
    <message>
        <source>Put on the table</source>
        <translation>加入对照</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修补</translation>
    </message>
    <message>
        <source>Source of the chosen file</source>
        <translation>所选文件的原文</translation>
    </message>
    <message>
        <source>What was repaired or left over</source>
        <translation>修补和剩余之处</translation>
    </message>
    <message>
        <source>after {citation}</source>
        <translation>在 {citation} 之后</translation>
    </message>
    <message>
        <source>at the beginning</source>
        <translation>在开头</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未能读取</translation>
    </message>
    <message>
        <source>{reason}</source>
        <comment>a file that was not read, and why in English</comment>
        <translation>未能读取。原因（英文）：{reason}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>{reason}</source>
        <comment>a file that was skipped, and why in English</comment>
        <translation>已跳过。原因（英文）：{reason}</translation>
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
    <name>SourceView</name>
    <message>
        <source>Left over: these words became part of no provision.</source>
        <translation>剩余：这些词语不属于任何规定。</translation>
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
        <source>every word accounted for: %Ln outside provisions</source>
        <translation>
            <numerusform>每个词均有着落：%Ln 个词在条款之外</numerusform>
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
    <message>
        <source>Adding {what} to the library</source>
        <translation>正在将 {what} 加入文库</translation>
    </message>
    <message>
        <source>Downloading {what}</source>
        <translation>正在下载 {what}</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>读取情况</translation>
    </message>
    <message>
        <source>Sorting the library by topic: {what}</source>
        <translation>正在按议题整理文库：{what}</translation>
    </message>
    <message>
        <source>What was understood of each text, and what was not (Ctrl+R)</source>
        <translation>每份文本读懂了什么、没读懂什么（Ctrl+R）</translation>
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
    <name>Visits</name>
    <message numerus="yes">
        <source>%n text(s) read; every word stands in a provision.</source>
        <translation>
            <numerusform>已读取 %n 份文本；每个词都在某项规定中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a cell with a clause first; then its like can be found.</source>
        <translation>请先选择有条款的单元格，再查找类似条款。</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>读取情况</translation>
    </message>
    <message>
        <source>So many files go into the library: choose there what to compare.</source>
        <translation>文件较多，已转入文库：请在文库中选择要对照的文本。</translation>
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
